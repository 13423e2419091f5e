/** Why a Workspace could not start, in Indonesian and with what to do: for the person at the terminal. */
export class StartError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'StartError';
  }
}
