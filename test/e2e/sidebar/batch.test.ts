/** What two officers do in the panel of monthly batches, in Chromium at 300 px. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { JawabanBatch, PanelBatch, PermintaanBatch } from '#usecase/batch/panel-jenis.ts';
import { buildBatch } from '../../../apps-script/sidebar/batch/build.ts';
import { BATCH, closing, decided, requested, undecided } from './support/batch-fixtures.ts';
import { startSidebar } from './support/sidebar.ts';

let sidebar: Awaited<ReturnType<typeof startSidebar>>;
beforeAll(async () => {
  sidebar = await startSidebar(buildBatch);
});
afterAll(() => sidebar.stop());

const done = (pesan: string, lagi = false): JawabanBatch => ({ jenis: 'selesai', pesan, lagi });

/** An office whose panel the test sets; what is sent is kept. */
function office(first: PanelBatch, answers: (request: PermintaanBatch) => JawabanBatch | Promise<JawabanBatch>) {
  const sent: PermintaanBatch[] = [];
  const self = {
    panel: first,
    sent,
    batchBuka: () => self.panel,
    batchTindakan: (request: PermintaanBatch) => {
      sent.push(request);
      return answers(request);
    },
  };
  return self;
}

const focus = (page: Page) => page.evaluate(() => document.activeElement?.id);

describe('the page', () => {
  it.each([
    ['with everything decided', decided()],
    ['with cases that wait', undecided()],
    ['for the officer who asked', requested(true)],
    ['for the other officer', requested(false)],
    ['while it closes', closing()],
    ['of an empty month', decided({ status: [], kelurahan: [], tertutup: [] })],
  ])('%s is whole at 300 px and breaks no rule of axe', async (_what, panel) => {
    await using bar = await sidebar.open({ batchBuka: () => panel }, 1200);
    await bar.page.waitForSelector('.judul');
    await bar.page.locator('summary').evaluateAll((all) => {
      for (const one of all) (one as HTMLElement).click();
    });
    expect(await bar.axe()).toEqual([]);
    expect(await bar.page.evaluate(() => document.documentElement.scrollWidth)).toBe(300);
    expect(bar.troubles).toEqual([]);
  });

  it('opens another month and route when they are chosen, from the keyboard too', async () => {
    await using bar = await sidebar.open({
      batchBuka: ({ rute = 'BGR-U', periode = '2026-11' }) => decided({ terpilih: { rute, periode } }),
    });
    await bar.page.waitForSelector('.judul');
    await bar.page.selectOption('#periode', '2026-12');
    await expect.poll(() => bar.calls.at(-1)?.request).toEqual({ rute: 'BGR-U', periode: '2026-12' });
    await bar.page.waitForSelector('#kendali:enabled');
    await bar.page.focus('#rute');
    await bar.page.keyboard.press('ArrowDown');
    await expect.poll(() => bar.calls.at(-1)?.request).toEqual({ rute: 'BGR-M', periode: '2026-12' });
  });

  it('lists what is undecided and why nothing can be closed yet', async () => {
    await using bar = await sidebar.open({ batchBuka: undecided });
    await bar.page.waitForSelector('.judul');
    expect(await bar.page.locator('[aria-label="Tiket yang belum diputus"] li').count()).toBe(3);
    expect(await bar.page.isDisabled('#aksi-AJUKAN')).toBe(true);
    expect(await bar.page.textContent('#sebab-AJUKAN')).toBe('3 usulan belum diputus.');
    expect(await bar.page.textContent('[aria-current="step"]')).toContain('Putuskan semua usulan');
  });
});

describe('a step', () => {
  it('says what it will do, is sent once with what was seen, then says what happened', async () => {
    const bogor = office(decided(), () => done('Penutupan diajukan: 212 usulan.'));
    await using bar = await sidebar.open(bogor);
    const { page } = bar;
    await page.click('#aksi-AJUKAN');
    expect(await focus(page)).toBe('ya');
    expect(await page.textContent('#formulir')).toContain('212 usulan');
    expect(await bar.axe()).toEqual([]);
    bogor.panel = requested(true);
    await page.dblclick('#ya');
    await page.waitForSelector('#status .pesan');
    expect(await page.textContent('#status')).toBe('Penutupan diajukan: 212 usulan.');
    expect(await focus(page)).toBe('status');
    const { hash } = decided().total;
    expect(bogor.sent).toEqual([{ rute: 'BGR-U', periode: '2026-11', aksi: 'AJUKAN', alasan: '', hash }]);
    expect(await page.textContent('#sebab-SETUJUI')).toBe('Anda yang mengajukan; petugas lain yang menyetujui.');
  });

  it('is dropped by Escape, and the focus is where it was', async () => {
    await using bar = await sidebar.open(office(decided(), () => done('')));
    await bar.page.focus('#muat');
    await bar.page.click('#aksi-AJUKAN');
    await bar.page.keyboard.press('Escape');
    expect(await bar.page.locator('#formulir').count()).toBe(0);
    expect(await focus(bar.page)).toBe('aksi-AJUKAN');
  });

  it('asks for a reason before cases are moved to another month', async () => {
    const bogor = office(undecided(), () => done('3 usulan pindah ke periode berikut.'));
    await using bar = await sidebar.open(bogor);
    await bar.page.click('#aksi-GULIRKAN');
    expect(await focus(bar.page)).toBe('alasan');
    await bar.page.click('#ya');
    expect(await bar.page.textContent('#galat')).toContain('Tulis alasannya');
    expect(bogor.sent).toEqual([]);
    expect(await focus(bar.page)).toBe('alasan');
    await bar.page.fill('#alasan', 'Menunggu Disdukcapil');
    await bar.page.click('#ya');
    await bar.page.waitForSelector('#status .pesan');
    expect(bogor.sent.at(-1)?.alasan).toBe('Menunggu Disdukcapil');
  });

  it('goes on by itself while there is more to decide', async () => {
    let left = 2;
    const bogor = office(undecided(), () => done('500 usulan dinyatakan lolos.', left-- > 0));
    await using bar = await sidebar.open(bogor);
    await bar.page.click('#aksi-LOLOSKAN');
    await bar.page.click('#ya');
    await bar.page.waitForSelector('#status .pesan');
    expect(bogor.sent).toHaveLength(3);
  });

  it('shows every reason of a refusal with the numbers as they are now', async () => {
    const sebab = [
      'Sejak diajukan usulan berubah. Batch tidak sama dengan yang tercatat: jumlah baris 211, tercatat 212.',
    ];
    const bogor = office(requested(false), () => ({ jenis: 'ditolak', sebab }));
    await using bar = await sidebar.open(bogor);
    await bar.page.click('#aksi-SETUJUI');
    await bar.page.click('#ya');
    await bar.page.waitForSelector('#galat .pesan');
    expect(await bar.page.locator('#galat li').allTextContents()).toEqual(sebab);
    expect(await focus(bar.page)).toBe('galat');
    expect(await bar.axe()).toEqual([]);
    expect(bar.calls.filter(({ name }) => name === 'batchBuka')).toHaveLength(2);
  });

  it('that fails says so in a sentence and offers to load again', async () => {
    const bogor = office(decided(), () => Promise.reject(new Error('Sistem sedang sibuk menyimpan perubahan lain.')));
    await using bar = await sidebar.open(bogor);
    await bar.page.click('#aksi-AJUKAN');
    await bar.page.click('#ya');
    await bar.page.waitForSelector('#galat .pesan');
    expect(await bar.page.textContent('#galat')).toContain('Sistem sedang sibuk');
    await bar.page.click('#coba-lagi');
    await expect.poll(() => bar.page.locator('#galat .pesan').count()).toBe(0);
    expect(bogor.sent).toHaveLength(1);
  });
});

describe('a closing', () => {
  it('shows how far it is while it runs, and what came of it', async () => {
    const { promise, resolve } = Promise.withResolvers<JawabanBatch>();
    const bogor = office(requested(false), () => promise);
    await using bar = await sidebar.open({
      ...bogor,
      batchBuka: () => bogor.panel,
      batchKemajuan: () => ({ keadaan: 'MENUTUP', selesai: 2000, dari: 5000 }),
    });
    await bar.page.click('#aksi-SETUJUI');
    await bar.page.click('#ya');
    await bar.page.clock.runFor(5000);
    await bar.page.waitForSelector('#kemajuan');
    expect(await bar.page.textContent('#proses')).toBe('Menutup batch… 2.000 dari 5.000');
    expect(await bar.page.getAttribute('progress', 'value')).toBe('2000');
    expect(await bar.axe()).toEqual([]);
    bogor.panel = decided({ batch: `${BATCH}-A1`, labelKeadaan: 'Belum diajukan' });
    resolve(done(`Batch ${BATCH} disetujui dan ditutup.`));
    await bar.page.waitForSelector('#status .pesan');
    expect(await bar.page.textContent('#status')).toBe(`Batch ${BATCH} disetujui dan ditutup.`);
    expect(await bar.page.textContent('#proses')).toBe('');
    expect(bar.troubles).toEqual([]);
  });

  it('that somebody else started is followed to its end', async () => {
    let shown = closing();
    let ended = false;
    await using bar = await sidebar.open({
      batchBuka: () => shown,
      batchKemajuan: () => ({ keadaan: ended ? 'DITUTUP' : 'MENUTUP', selesai: ended ? 5000 : 3000, dari: 5000 }),
    });
    await bar.page.waitForSelector('#kemajuan');
    await bar.page.clock.runFor(5000);
    await expect.poll(() => bar.page.textContent('#kemajuan')).toContain('3.000 dari 5.000');
    ended = true;
    shown = decided({ batch: `${BATCH}-A1` });
    await bar.page.clock.runFor(5000);
    await expect.poll(() => bar.page.textContent('.judul')).toBe(`${BATCH}-A1`);
  });
});
