/** Comments on files: who may read a file reads them, who may comment writes them. Replies are not kept. */
import { randomBytes } from 'node:crypto';
import type { drive_v3 } from 'googleapis/build/src/apis/drive/v3.js';
import { NotEmulatedError } from '../errors.ts';
import type { User } from '../users.ts';
import type { Files, Kernel } from '../workspace.ts';
import { commentNotFound, fileNotFound, insufficientPermissions, required } from './drive-errors.ts';
import { isAtLeast, normalizeEmail } from './file-record.ts';
import { userResource } from './file-resource.ts';

interface CommentRecord {
  id: string;
  fileId: string;
  author: string;
  content: string;
  anchor?: string;
  createdTime: string;
  modifiedTime: string;
}

export interface Comments {
  list(actor: User, fileId: string): drive_v3.Schema$Comment[];
  get(actor: User, fileId: string, commentId: string): drive_v3.Schema$Comment;
  create(actor: User, fileId: string, body: drive_v3.Schema$Comment): drive_v3.Schema$Comment;
  update(actor: User, fileId: string, commentId: string, body: drive_v3.Schema$Comment): drive_v3.Schema$Comment;
  delete(actor: User, fileId: string, commentId: string): void;
}

export function createComments(kernel: Kernel, files: Files): Comments {
  const { store, clock, users } = kernel;
  const records = store.documents<CommentRecord>('comments');
  files.onDelete((fileId) => {
    for (const [id, comment] of [...records.entries()]) if (comment.fileId === fileId) records.delete(id);
  });

  const requireRole = (actor: User, fileId: string, needed: 'reader' | 'commenter'): void => {
    const role = files.role(actor, fileId);
    if (!role) throw fileNotFound(fileId);
    if (!isAtLeast(role, needed)) throw insufficientPermissions();
  };
  const find = (fileId: string, commentId: string): CommentRecord => {
    const comment = records.get(commentId);
    if (comment?.fileId !== fileId) throw commentNotFound(commentId);
    return comment;
  };
  /** Only its author changes a comment. */
  const own = (actor: User, fileId: string, commentId: string): CommentRecord => {
    requireRole(actor, fileId, 'commenter');
    const comment = find(fileId, commentId);
    if (comment.author !== normalizeEmail(actor.email)) throw insufficientPermissions();
    return comment;
  };
  const view = (comment: CommentRecord, actor: User): drive_v3.Schema$Comment => ({
    kind: 'drive#comment',
    id: comment.id,
    createdTime: comment.createdTime,
    modifiedTime: comment.modifiedTime,
    author: userResource(comment.author, actor, users),
    content: comment.content,
    htmlContent: comment.content.replace(
      /[&<>]/g,
      (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[sign] ?? sign,
    ),
    ...(comment.anchor !== undefined && { anchor: comment.anchor }),
    deleted: false,
    resolved: false,
    replies: [],
  });

  return {
    list(actor, fileId) {
      requireRole(actor, fileId, 'reader');
      const mine = [...records.entries()].map(([, comment]) => comment).filter((comment) => comment.fileId === fileId);
      return mine.reverse().map((comment) => view(comment, actor));
    },
    get(actor, fileId, commentId) {
      requireRole(actor, fileId, 'reader');
      return view(find(fileId, commentId), actor);
    },
    create: (actor, fileId, { content, anchor, ...rest }) =>
      store.transaction(() => {
        requireRole(actor, fileId, 'commenter');
        if (rest.quotedFileContent) throw new NotEmulatedError('Drive comments with quotedFileContent');
        const comment: CommentRecord = {
          id: `AAAA${randomBytes(6).toString('base64url')}`,
          fileId,
          author: normalizeEmail(actor.email),
          content: requiredContent(content),
          ...(anchor && { anchor }),
          createdTime: clock.iso(),
          modifiedTime: clock.iso(),
        };
        records.put(comment.id, comment);
        return view(comment, actor);
      }),
    update: (actor, fileId, commentId, { content }) =>
      store.transaction(() => {
        const before = own(actor, fileId, commentId);
        const comment = { ...before, content: requiredContent(content), modifiedTime: clock.iso() };
        records.put(commentId, comment);
        return view(comment, actor);
      }),
    delete: (actor, fileId, commentId) => store.transaction(() => records.delete(own(actor, fileId, commentId).id)),
  };
}

function requiredContent(content: string | null | undefined): string {
  if (!content) throw required('Required parameter: content');
  return content;
}
