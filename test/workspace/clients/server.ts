/** A listening Workspace of Sheets and Drive for clients that other people wrote. */
import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import { auth, drive } from 'googleapis/build/src/apis/drive/index.js';
import { sheets } from 'googleapis/build/src/apis/sheets/index.js';
import { Hono } from 'hono';
import { driveRoutes } from '#workspace/rest/drive.ts';
import { guard } from '#workspace/rest/guard.ts';
import { sheetsRoutes } from '#workspace/rest/sheets.ts';
import { openOffice } from '../engine/office.ts';

export interface Running {
  /** `http://127.0.0.1:1234` */
  origin: string;
  close(): Promise<void>;
}

export async function startOffice(): Promise<Running> {
  const office = openOffice();
  let origin = '';
  const { kernel } = office;
  kernel.origin = () => origin;
  const app = new Hono({ strict: false });
  app.use('*', guard());
  app.route('/', sheetsRoutes({ ...kernel, sheets: office.sheets }));
  app.route('/', driveRoutes(kernel, office));
  const server = await new Promise<ReturnType<typeof serve>>((resolve) => {
    const listening = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, () => resolve(listening));
  });
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { origin, close: () => new Promise((resolve) => void server.close(() => resolve())) };
}

/** Google's client for both APIs, as the person whom the token stands for. */
export function googleClients({ origin }: Running, token: string) {
  const client = new auth.OAuth2();
  client.setCredentials({ access_token: token });
  const options = { rootUrl: `${origin}/`, auth: client };
  const { files, permissions, comments, about } = drive({ version: 'v3', ...options });
  return { book: sheets({ version: 'v4', ...options }).spreadsheets, files, permissions, comments, about };
}
