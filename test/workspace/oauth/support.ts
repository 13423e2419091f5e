/** An empty Workspace that is served, and a program that signs in to it with Google's own library. */
import { CodeChallengeMethod, OAuth2Client } from 'google-auth-library';
import { createWorkspace } from '#workspace/create-workspace.ts';
import { type RunningServer, startServer } from '#workspace/server.ts';
import { answerConsent } from '../../support/consent.ts';
import { writeBundle } from '../../support/mini-office.ts';

export const OWNER = 'sistem.pbi@bantul.test';
export const DINSOS = 'verifikator.dinsos@bantul.test';
export const REDIRECT = 'http://127.0.0.1:5999/kembali';
const PREFIX = 'https://www.googleapis.com/auth/';
export const SCOPES = ['userinfo.email', 'spreadsheets', 'drive.file', 'script.projects'].map((name) => PREFIX + name);

export async function serveEmpty(): Promise<RunningServer> {
  const workspace = await createWorkspace({
    dir: ':memory:',
    profile: 'bantul',
    bundleDir: writeBundle(''),
    empty: true,
  });
  return startServer(workspace, { port: 0 });
}

/** A program that knows this Workspace instead of Google. */
export const programOf = (origin: string, clientId = 'program-uji'): OAuth2Client =>
  new OAuth2Client({
    clientId,
    clientSecret: 'rahasia',
    redirectUri: REDIRECT,
    endpoints: {
      oauth2AuthBaseUrl: `${origin}/o/oauth2/v2/auth`,
      oauth2TokenUrl: `${origin}/token`,
      oauth2RevokeUrl: `${origin}/revoke`,
      tokenInfoUrl: `${origin}/tokeninfo`,
    },
  });

/** The address of the consent page, with the secret that the exchange needs. */
export async function request(program: OAuth2Client, more: Record<string, string> = {}) {
  const { codeVerifier, codeChallenge = '' } = await program.generateCodeVerifierAsync();
  const address = program.generateAuthUrl({
    access_type: 'offline',
    scope: SCOPES,
    state: 'keadaan-1',
    code_challenge: codeChallenge,
    code_challenge_method: CodeChallengeMethod.S256,
    ...more,
  });
  return { address, codeVerifier };
}

/** The whole way: consent, then the exchange. @returns what the program got; it may be asked for anything then */
export async function signIn(
  program: OAuth2Client,
  { email = OWNER, without = [] as string[], more = {} as Record<string, string> } = {},
) {
  const { address, codeVerifier } = await request(program, more);
  const back = await answerConsent(address, email, { without });
  if (typeof back === 'number') throw new Error(`no consent: ${back}`);
  const { tokens } = await program.getToken({ code: back.searchParams.get('code') ?? '', codeVerifier });
  program.setCredentials(tokens);
  return tokens;
}
