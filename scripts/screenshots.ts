/** Takes the pictures of README and the guides (`docs/gambar/*.png`) from the practice data, in a real browser. */
import { mkdir } from 'node:fs/promises';
import type { Profile } from '#workspace/profiles.ts';
import { launchBrowser } from '../test/e2e/support/browser.ts';
import { startServer } from '../test/e2e/support/server.ts';
import { bantulPictures } from './screenshots/bantul.ts';
import { DIR, type Studio } from './screenshots/camera.ts';
import { kotaBogorPictures } from './screenshots/kota-bogor.ts';
import { laporanPicture } from './screenshots/laporan.ts';
import { pasangPictures } from './screenshots/pasang.ts';

const OFFICES: Record<Profile, (studio: Studio) => Promise<void>> = {
  bantul: bantulPictures,
  'kota-bogor': kotaBogorPictures,
};

await mkdir(DIR, { recursive: true });
const browser = await launchBrowser();
try {
  await laporanPicture(browser);
  await pasangPictures(browser);
  for (const [profile, pictures] of Object.entries(OFFICES) as [Profile, (typeof OFFICES)[Profile]][]) {
    const server = await startServer(profile);
    try {
      await pictures({ browser, server });
    } finally {
      await server.stop();
    }
  }
} finally {
  await browser.close();
}
