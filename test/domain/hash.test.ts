/** SHA-256 and hash chain against Node's own implementation; Result helpers. */
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rantai, sha256 } from '#domain/hash/sha256.ts';
import { assertNever, gagal, ok } from '#domain/result.ts';

describe('sha256', () => {
  it('knows the published vectors', () => {
    expect(sha256('')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
    expect(sha256('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  });

  it('agrees with Node for any text, lone surrogates included', () => {
    const node = (teks: string) => createHash('sha256').update(new TextEncoder().encode(teks)).digest('hex');
    for (const teks of ['é', '—', '😀', '\uD800', 'a\uDC00b', 'x'.repeat(1000)]) expect(sha256(teks)).toBe(node(teks));
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (teks) => sha256(teks) === node(teks)));
  });
});

describe('rantai', () => {
  it('covers the previous hash and where each field ends', () => {
    const satu = rantai('', ['a', 'b']);
    expect(satu).toBe(createHash('sha256').update('["","a","b"]').digest('hex'));
    const lain = [rantai(satu, ['a', 'b']), rantai('', ['ab', '']), rantai('', ['a,b']), rantai('', ['a', 'b', ''])];
    expect(new Set([satu, ...lain, rantai('', ['a","b']), rantai('a', ['b'])]).size).toBe(7);
  });
});

describe('Result', () => {
  it('carries a value or an error', () => {
    expect(ok(1)).toEqual({ ok: true, value: 1 });
    expect(gagal('E')).toEqual({ ok: false, error: 'E' });
  });

  it('stops at a value outside the union without repeating it', () => {
    const rahasia = '3402085708909001';
    expect(() => assertNever(rahasia as never)).toThrow(TypeError);
    expect(() => assertNever(rahasia as never)).not.toThrow(rahasia);
  });
});
