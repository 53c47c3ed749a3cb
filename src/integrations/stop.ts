/** Ends the process with one message. An error thrown instead would be reported as ours, with a place in our code. */
export function stop(message: string): never {
  console.error(message);
  process.exit(1);
}
