/** A text's 32 bits by FNV-1a (http://www.isthe.com/chongo/tech/comp/fnv/), of its UTF-16 units in place of bytes. */
export function hashText(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return hash >>> 0;
}
