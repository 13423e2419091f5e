/** A refusal of the token endpoints, in Google's words. */
export class OAuthError extends Error {
  /** `invalid_grant`, `invalid_request`, ... */
  readonly code: string;

  constructor(code: string, description: string) {
    super(description);
    this.name = 'OAuthError';
    this.code = code;
  }
}
