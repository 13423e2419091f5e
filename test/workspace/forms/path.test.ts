/** Which pages answers lead through, by the rules of FormApp's reference. */

import { describe, expect, it } from 'vitest';
import { keptAnswers, path, reachesSubmit } from '#workspace/forms/path.ts';
import { choice, form, NEXT, pageBreak, RESTART, SUBMIT, text, toPage } from './build.ts';

describe('path', () => {
  it('is one page for a form without breaks, and for an empty form', () => {
    expect(path(form(text(1)), {})).toEqual([0]);
    expect(path(form(), {})).toEqual([0]);
  });

  it('visits all pages in order without navigation', () => {
    expect(path(form(text(1), pageBreak(2), text(3), pageBreak(4), text(5)), {})).toEqual([0, 1, 2]);
  });

  it("applies a break's navigation after the page before it", () => {
    // The example of the reference: at the end of page one jump to page three, at the end of page two restart.
    const definition = form(text(1), pageBreak(2, toPage(4)), text(3), pageBreak(4, RESTART), text(5));
    expect(path(definition, {})).toEqual([0, 2]);
    expect(reachesSubmit(definition, {})).toBe(true);
  });

  it('ends where a break submits', () => {
    expect(path(form(text(1), pageBreak(2, SUBMIT), text(3)), {})).toEqual([0]);
  });

  const forked = form(
    choice(1, { Baru: NEXT, Ubah: toPage(4), Batal: SUBMIT }),
    pageBreak(2),
    text(3),
    pageBreak(4, SUBMIT),
    text(5),
  );

  it.each([
    ['Baru', [0, 1]],
    ['Ubah', [0, 2]],
    ['Batal', [0]],
    ['bukan pilihan', [0, 1]],
  ])('lets the choice %s decide', (answer, pages) => {
    expect(path(forked, { 10: answer })).toEqual(pages);
  });

  it('lets a choice win over the break, and CONTINUE leave it to the break', () => {
    const definition = form(choice(1, { a: toPage(4), b: NEXT }), pageBreak(2, SUBMIT), text(3), pageBreak(4), text(5));
    expect(path(definition, { 10: 'a' })).toEqual([0, 2]);
    expect(path(definition, { 10: 'b' })).toEqual([0]);
    expect(path(definition, {})).toEqual([0]);
  });

  it('takes the last of several navigating questions on a page', () => {
    const items = [choice(1, { a: SUBMIT }), choice(2, { b: toPage(5) }, { kind: 'list' }), pageBreak(3), text(4)];
    const definition = form(...items, pageBreak(5), text(6));
    expect(path(definition, { 10: 'a', 20: 'b' })).toEqual([0, 2]);
    expect(path(definition, { 10: 'a' })).toEqual([0]);
  });

  it('ignores navigation on the last page and in checkboxes', () => {
    expect(reachesSubmit(form(choice(1, { a: RESTART })), { 10: 'a' })).toBe(true);
    const boxes = form(choice(1, { a: SUBMIT }, { kind: 'checkbox' }), pageBreak(2), text(3));
    expect(path(boxes, { 10: ['a'] })).toEqual([0, 1]);
  });

  it('goes on in order when the target page no longer exists', () => {
    expect(path(form(choice(1, { a: toPage(99) }), pageBreak(2), text(3)), { 10: 'a' })).toEqual([0, 1]);
  });

  it('stops where answers lead in circles', () => {
    const definition = form(text(1), pageBreak(2), choice(3, { ulang: RESTART, balik: toPage(2) }), pageBreak(4));
    for (const answer of ['ulang', 'balik']) {
      expect(path(definition, { 30: answer })).toEqual([0, 1]);
      expect(reachesSubmit(definition, { 30: answer })).toBe(false);
    }
  });
});

describe('keptAnswers', () => {
  it('drops answers of pages not visited, of unknown entries, and empty ones', () => {
    const definition = form(choice(1, { a: toPage(4) }), pageBreak(2), text(3), pageBreak(4), text(5), text(6));
    const answers = { 10: 'a', 30: 'hilang', 50: 'ada', 60: '  ', 999: 'asing' };
    expect(keptAnswers(definition, answers)).toEqual({ 10: 'a', 50: 'ada' });
  });
});
