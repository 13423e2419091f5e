/** What is wrong with a file, in a sentence for whoever sent it. */
export class BerkasError extends Error {
  override readonly name = 'BerkasError';
}
