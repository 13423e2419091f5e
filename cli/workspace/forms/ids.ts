/** Identifiers in the shapes that Google's forms have. */
import { randomBytes } from 'node:crypto';

/** The id in a public form address: 56 characters. */
export const newPublishedId = (): string => `1FAIpQLS${randomBytes(36).toString('base64url')}`;

export const newResponseId = (): string => `ACYDBN${randomBytes(48).toString('base64url')}`;

/** Whoever knows it may change the response: 288 random bits. */
export const newEditToken = (): string => `2_ABaOnu${randomBytes(36).toString('base64url')}`;
