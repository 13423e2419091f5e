/** What a program asks for at the consent page, checked as Google checks it. */
import { readScopes } from './scopes.ts';

export interface ConsentRequest {
  clientId: string;
  redirectUri: string;
  state: string | undefined;
  scopes: readonly string[];
  challenge: string;
  /** Whether the program wants to go on without the person. */
  offline: boolean;
  /** Whether it insists on asking anew. */
  consented: boolean;
  /** An address that the program expects. */
  hint: string | undefined;
}

/** A request that gets no page to answer, in the words of Google's. */
export interface ConsentRefusal {
  error: string;
  detail: string;
}

/** Programs on this machine listen there; nothing else may be told a code. */
const LOOPBACK = /^http:\/\/(127\.0\.0\.1|localhost)(:\d{1,5})?(\/|$|\?)/i;
/** SHA-256 in base64url. */
const CHALLENGE = /^[\w-]{43}$/;

const missing = (name: string): ConsentRefusal => ({
  error: 'invalid_request',
  detail: `Missing required parameter: ${name}`,
});

/**
 * Stricter than Google in one thing: PKCE is demanded. Google does not insist for programs of this kind, but one that
 * does without it gives its code to whoever else listens on the machine.
 */
export function readConsentRequest(query: URLSearchParams): ConsentRequest | ConsentRefusal {
  const get = (name: string) => query.get(name) ?? undefined;
  const [clientId, redirectUri] = [get('client_id'), get('redirect_uri')];
  if (!clientId) return missing('client_id');
  if (!redirectUri) return missing('redirect_uri');
  if (!LOOPBACK.test(redirectUri) || !URL.canParse(redirectUri)) {
    return { error: 'redirect_uri_mismatch', detail: `redirect_uri=${redirectUri}` };
  }
  if (!get('response_type')) return missing('response_type');
  if (get('response_type') !== 'code') {
    return { error: 'unsupported_response_type', detail: `response_type=${get('response_type')}` };
  }
  const { valid, invalid } = readScopes(get('scope') ?? '');
  if (invalid.length > 0) {
    const detail = `Some requested scopes were invalid. {valid=[${valid.join(', ')}], invalid=[${invalid.join(', ')}]}`;
    return { error: 'invalid_scope', detail };
  }
  if (valid.length === 0) return missing('scope');
  const challenge = get('code_challenge') ?? '';
  if (challenge === '') return missing('code_challenge');
  if (get('code_challenge_method') !== 'S256' || !CHALLENGE.test(challenge)) {
    return { error: 'invalid_request', detail: 'Invalid code_challenge: only S256 is supported' };
  }
  return {
    clientId,
    redirectUri,
    state: get('state'),
    scopes: valid,
    challenge,
    offline: get('access_type') === 'offline',
    consented: (get('prompt') ?? '').split(' ').includes('consent') || get('approval_prompt') === 'force',
    hint: get('login_hint'),
  };
}
