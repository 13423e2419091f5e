/** Drive in process: search, order, sharing, listeners. */

import { beforeEach, describe, expect, it } from 'vitest';
import { createFiles } from '#workspace/files/create-files.ts';
import { MIME } from '#workspace/files/file-record.ts';
import type { Files } from '#workspace/workspace.ts';
import { BPJS, DINSOS, OWNER, STRANGER, type TestKernel, testKernel } from './kernel.ts';

let kernel: TestKernel;
let files: Files;

beforeEach(() => {
  kernel = testKernel();
  files = createFiles(kernel);
});

const names = (q?: string, orderBy = 'name_natural', actor = OWNER) =>
  files.list(actor, { q, orderBy }).files?.map(({ name }) => name);

describe('search', () => {
  beforeEach(() => {
    kernel.clock.set(Date.parse('2026-11-01T00:00:00Z'));
    const register = files.register(OWNER, { name: "Register 'PBI'", mimeType: MIME.spreadsheet });
    kernel.clock.set(Date.parse('2026-11-10T00:00:00Z'));
    files.register(OWNER, { name: 'Berbagi BPJS', mimeType: MIME.spreadsheet });
    const form = files.register(OWNER, { name: 'Usulan 10', mimeType: MIME.form });
    files.register(OWNER, { name: 'Usulan 9', mimeType: MIME.form });
    const theirs = files.register(DINSOS, { name: 'Milik Dinsos', mimeType: MIME.spreadsheet });
    files.update(OWNER, form, { trashed: true });
    files.update(OWNER, register, { starred: true });
    files.createPermission(DINSOS, theirs, { type: 'user', role: 'reader', emailAddress: OWNER.email });
  });

  it.each([
    [undefined, ['Berbagi BPJS', 'Milik Dinsos', "Register 'PBI'", 'Usulan 9', 'Usulan 10']],
    ["name = 'Berbagi BPJS'", ['Berbagi BPJS']],
    ["name = 'Register \\'PBI\\''", ["Register 'PBI'"]],
    ['name contains "bpjs"', ['Berbagi BPJS']],
    ["name contains 'pjs'", []],
    [`mimeType = '${MIME.form}' and trashed = false`, ['Usulan 9']],
    [`mimeType != '${MIME.form}' and not name contains 'reg'`, ['Berbagi BPJS', 'Milik Dinsos']],
    ["'petugas@dinsos.test' in owners", ['Milik Dinsos']],
    ["not 'me' in owners", ['Milik Dinsos']],
    ["'admin@pbi.test' in readers and sharedWithMe = true", ['Milik Dinsos']],
    ['starred=true', ["Register 'PBI'"]],
    ["createdTime < '2026-11-05T00:00:00Z'", ["Register 'PBI'"]],
    ["(name = 'Usulan 9' or name = 'Usulan 10') and trashed = true", ['Usulan 10']],
    ["name = 'Usulan 9' or name = 'Usulan 10' and trashed = false", ['Usulan 9']],
  ])('%s', (q, expected) => {
    expect(names(q)).toEqual(expected);
  });

  it.each(['name', 'name =', "nama = 'x'", "name = 'x' and", "(name = 'x'", "name = 'x", 'trashed = x', "name > 'x'"])(
    'refuses %s',
    (q) => {
      expect(() => names(q)).toThrow('Invalid Value');
    },
  );

  it.each(["fullText contains 'x'", "properties has { key='a' and value='b' }"])('is loud about %s', (q) => {
    expect(() => names(q)).toThrow('not emulated');
  });

  it('orders by what is asked, latest change first by default', () => {
    expect(names(undefined, 'createdTime,name desc')?.[0]).toBe("Register 'PBI'");
    kernel.clock.set(Date.parse('2026-11-20T00:00:00Z'));
    const [file] = files.list(OWNER, { q: "name = 'Usulan 9'" }).files ?? [];
    files.touch(file?.id ?? '');
    expect(files.list(OWNER, {}).files?.[0]?.name).toBe('Usulan 9');
    expect(files.get(OWNER, file?.id ?? '').modifiedTime).toMatch(/^2026-11-20/);
    expect(() => names(undefined, 'viewedByMeTime')).toThrow('not emulated');
  });

  it('shows only own and shared files', () => {
    expect(names(undefined, 'name', DINSOS)).toEqual(['Milik Dinsos']);
    expect(names(undefined, 'name', STRANGER)).toEqual([]);
  });
});

describe('sharing', () => {
  let id: string;
  beforeEach(() => {
    id = files.register(OWNER, { name: 'Register', mimeType: MIME.spreadsheet });
  });

  it('gives the strongest of the personal role and the link', () => {
    files.createPermission(OWNER, id, { type: 'anyone', role: 'commenter' });
    expect(files.role(STRANGER, id)).toBe('commenter');
    files.createPermission(OWNER, id, { type: 'user', role: 'reader', emailAddress: BPJS.email });
    expect(files.role(BPJS, id)).toBe('commenter');
    files.createPermission(OWNER, id, { type: 'user', role: 'writer', emailAddress: BPJS.email });
    expect(files.role(BPJS, id)).toBe('writer');
    expect(files.get(STRANGER, id).permissions).toBeUndefined();
    expect(files.get(BPJS, id).permissions).toHaveLength(3);
    files.deletePermission(OWNER, id, 'anyoneWithLink');
    expect(files.role(STRANGER, id)).toBeUndefined();
    expect(files.role(STRANGER, 'tidak ada')).toBeUndefined();
  });

  it('keeps the same permission id for an address in every file', () => {
    const body = { type: 'user', role: 'reader', emailAddress: BPJS.email };
    const other = files.register(DINSOS, { name: 'Lain', mimeType: MIME.form });
    expect(files.createPermission(OWNER, id, body).id).toBe(files.createPermission(DINSOS, other, body).id);
  });

  it('is changed by owner and writers only; anybody may leave', () => {
    const share = (emailAddress: string, role: string) => ({ type: 'user', role, emailAddress });
    const reader = files.createPermission(OWNER, id, share(BPJS.email, 'reader')).id ?? '';
    const writer = files.createPermission(OWNER, id, share(DINSOS.email, 'writer')).id ?? '';
    const insufficient = expect.objectContaining({ code: 403, reason: 'insufficientFilePermissions' });
    expect(() => files.createPermission(BPJS, id, share(STRANGER.email, 'reader'))).toThrow(insufficient);
    expect(() => files.deletePermission(BPJS, id, writer)).toThrow(insufficient);
    expect(() => files.updatePermission(BPJS, id, reader, { role: 'writer' })).toThrow(insufficient);
    expect(files.role(STRANGER, id)).toBeUndefined();

    files.createPermission(DINSOS, id, share(STRANGER.email, 'reader'));
    expect(files.role(STRANGER, id)).toBe('reader');
    files.deletePermission(BPJS, id, reader);
    expect(files.role(BPJS, id)).toBeUndefined();
  });

  it('leaves the owner alone, also when shared again', () => {
    const owner = files.listPermissions(OWNER, id)[0]?.id ?? '';
    files.createPermission(OWNER, id, { type: 'user', role: 'reader', emailAddress: OWNER.email });
    expect(() => files.deletePermission(OWNER, id, owner)).toThrow('sufficient permissions');
    expect(() => files.updatePermission(OWNER, id, owner, { role: 'reader' })).toThrow('sufficient permissions');
    expect(files.role(OWNER, id)).toBe('owner');
    expect(files.listPermissions(OWNER, id)).toHaveLength(1);
  });

  it.each([
    [{ role: 'reader' }, 'type field is required'],
    [{ type: 'user', emailAddress: 'a@b.test' }, 'role field is required'],
    [{ type: 'user', role: 'reader' }, 'emailAddress is invalid'],
    [{ type: 'user', role: 'raja', emailAddress: 'a@b.test' }, 'role is invalid'],
    [{ type: 'domain', role: 'reader', domain: 'b.test' }, 'not emulated'],
    [
      { type: 'user', role: 'reader', emailAddress: 'a@b.test', expirationTime: '2027-01-01T00:00:00Z' },
      'not emulated: Drive permission expirationTime',
    ],
  ])('refuses %j', (body, message) => {
    expect(() => files.createPermission(OWNER, id, body)).toThrow(message);
  });
});

describe('changing files', () => {
  it('refuses what it does not keep', () => {
    const id = files.register(OWNER, { name: 'x', mimeType: MIME.form });
    expect(() => files.update(OWNER, id, { parents: ['y'] })).toThrow('not directly writable');
    expect(() => files.update(OWNER, id, { createdTime: '2020-01-01T00:00:00Z' })).toThrow('not emulated');
    expect(() => files.update(OWNER, id, { size: '1' })).toThrow('not directly writable');
    expect(() => files.update(OWNER, id, { mimeType: MIME.spreadsheet })).toThrow('not emulated');
  });

  it('lets only the owner move a file to the bin', () => {
    const id = files.register(OWNER, { name: 'x', mimeType: MIME.form });
    files.createPermission(OWNER, id, { type: 'user', role: 'writer', emailAddress: DINSOS.email });
    expect(() => files.update(DINSOS, id, { trashed: true })).toThrow('sufficient permissions');
    expect(files.update(DINSOS, id, { name: 'y' })).toMatchObject({ name: 'y', trashed: false });
    expect(files.update(OWNER, id, { trashed: true }).trashed).toBe(true);
  });

  it('merges properties and drops those set to null', () => {
    const id = files.register(OWNER, { name: 'x', mimeType: MIME.form });
    files.update(OWNER, id, { appProperties: { a: '1', b: '2' } });
    files.update(OWNER, id, { appProperties: { a: null as unknown as string, c: '3' } });
    expect(files.get(OWNER, id).appProperties).toEqual({ b: '2', c: '3' });
  });
});

describe('listeners', () => {
  it('hear of files of their type, inside the transaction', () => {
    const heard: string[] = [];
    files.onCreate(MIME.spreadsheet, (_id, name) => {
      heard.push(name);
      if (name === 'gagal') throw new Error('no room');
    });
    files.create(OWNER, { name: 'a', mimeType: MIME.spreadsheet });
    files.create(OWNER, { name: 'b', mimeType: MIME.form });
    expect(() => files.create(OWNER, { name: 'gagal', mimeType: MIME.spreadsheet })).toThrow('no room');
    expect(heard).toEqual(['a', 'gagal']);
    expect(names()).toEqual(['a', 'b']);
  });

  it('hear of deleted files; a failing listener keeps the file', () => {
    const id = files.register(OWNER, { name: 'a', mimeType: MIME.form });
    const heard: string[] = [];
    files.onDelete((fileId) => {
      heard.push(fileId);
      if (heard.length === 1) throw new Error('busy');
    });
    expect(() => files.delete(OWNER, id)).toThrow('busy');
    expect(files.role(OWNER, id)).toBe('owner');
    files.delete(OWNER, id);
    expect(files.role(OWNER, id)).toBeUndefined();
  });
});
