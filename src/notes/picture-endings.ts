/** Endings of the files that notes show as pictures, without the dot. */
export const PICTURE_ENDINGS = ["png", "jpg", "jpeg", "gif", "svg", "webp", "avif"];
