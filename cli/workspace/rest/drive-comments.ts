/** Drive v3 comments. Google asks every call that answers with a comment to say which fields it wants. */
import type { drive_v3 } from 'googleapis/build/src/apis/drive/v3.js';
import type { Hono } from 'hono';
import type { Comments } from '../files/comments.ts';
import { required } from '../files/drive-errors.ts';
import { driveFieldError, fieldMask } from './field-mask.ts';
import { type GoogleContext, type GoogleEnv, readJson } from './google-envelope.ts';

export function commentRoutes(app: Hono<GoogleEnv>, comments: Comments): void {
  const path = '/files/:id/comments';
  app.get(path, (c) => {
    const mask = wantedFields(c);
    return c.json(mask({ kind: 'drive#commentList', comments: comments.list(c.var.actor, c.req.param('id')) }));
  });
  app.post(path, async (c) => {
    const mask = wantedFields(c);
    const body = await readJson<drive_v3.Schema$Comment>(c);
    return c.json(mask(comments.create(c.var.actor, c.req.param('id'), body)));
  });
  app.get(`${path}/:commentId`, (c) => {
    const { id, commentId } = c.req.param();
    return c.json(wantedFields(c)(comments.get(c.var.actor, id, commentId)));
  });
  app.patch(`${path}/:commentId`, async (c) => {
    const mask = wantedFields(c);
    const { id, commentId } = c.req.param();
    const body = await readJson<drive_v3.Schema$Comment>(c);
    return c.json(mask(comments.update(c.var.actor, id, commentId, body)));
  });
  app.delete(`${path}/:commentId`, (c) => {
    const { id, commentId } = c.req.param();
    comments.delete(c.var.actor, id, commentId);
    return c.body(null, 204);
  });
}

function wantedFields(c: GoogleContext): ReturnType<typeof fieldMask> {
  const fields = c.req.query('fields');
  if (!fields) throw required("The 'fields' parameter is required for this method.");
  return fieldMask(fields, { fieldError: driveFieldError });
}
