/** Calls the server's functions for batches. A closing runs for minutes, and its progress is asked for meanwhile. */
import type { LayananBatch } from '#usecase/batch/panel-jenis.ts';
import { ask } from '../client/bridge.ts';

const LIMIT_MS: Record<keyof LayananBatch, number> = {
  batchBuka: 120_000,
  batchTindakan: 370_000,
  batchKemajuan: 30_000,
};

/** @throws Error with the server's message, or when it stays silent */
export const serve = <K extends keyof LayananBatch>(
  name: K,
  request: Parameters<LayananBatch[K]>[0],
): Promise<ReturnType<LayananBatch[K]>> => ask(name, request, LIMIT_MS[name]) as Promise<ReturnType<LayananBatch[K]>>;
