/** Loaded before the program: its pauses and time limits pass sixty times as fast, and so does its clock. */
import { syncBuiltinESMExports } from 'node:module';
import timers from 'node:timers/promises';

const SPEED = 60;

const { setTimeout: pause } = timers;
timers.setTimeout = ((milliseconds: number, ...rest: unknown[]) =>
  (pause as (...args: unknown[]) => Promise<unknown>)(milliseconds / SPEED, ...rest)) as typeof pause;

const limit = AbortSignal.timeout.bind(AbortSignal);
AbortSignal.timeout = (milliseconds) => limit(Math.ceil(milliseconds / SPEED));

const now = performance.now.bind(performance);
performance.now = () => now() * SPEED;

syncBuiltinESMExports();
