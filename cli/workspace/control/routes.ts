/** The Workspace's own endpoints, for its pages, for tests and for tools: `/workspace.json` and `/workspace/*`. */
import type { Hono } from 'hono';
import { deleteCookie } from 'hono/cookie';
import { signIn } from '../web/session.ts';
import type { Workspace } from '../workspace.ts';
import { requestedInstant } from './clock-request.ts';
import { discovery } from './discovery.ts';
import { faultSettings } from './fault-request.ts';
import { controlApp, readBody, requester, text, USER_COOKIE } from './respond.ts';
import { userRoutes } from './user-routes.ts';

/** @param reset puts the Workspace back into its initial state and answers when that is done */
export function controlRoutes(workspace: Workspace, reset: (seed: boolean | undefined) => Promise<void>): Hono {
  const app = controlApp(workspace);
  sessionRoutes(app, workspace);
  userRoutes(app, workspace);
  machineRoutes(app, workspace);
  app.post('/workspace/reset', async (c) => {
    const { seed } = await readBody(c);
    await reset(typeof seed === 'boolean' ? seed : undefined);
    return c.json({ ok: true });
  });
  return app;
}

/** Who sits at this browser. */
function sessionRoutes(app: Hono, workspace: Workspace): void {
  app.post('/workspace/session', async (c) => {
    const { user: email } = await readBody(c);
    if (email === null) {
      deleteCookie(c, USER_COOKIE, { path: '/' });
      return c.json({ user: null });
    }
    // Signing in is how the cookie changes: the one that is there must not decide.
    const user = requester(c, workspace, email, { ignoreCookie: true });
    signIn(c, user);
    return c.json({ user });
  });
}

/** Time, triggers and what happened. */
function machineRoutes(app: Hono, workspace: Workspace): void {
  const { clock, scripts, mail, faults } = workspace;
  app.get('/workspace.json', (c) => c.json(discovery(workspace)));
  app.get('/workspace/outbox', (c) => c.json(mail.outbox()));
  app.get('/workspace/executions', (c) => c.json(scripts.executions()));
  app.get('/workspace/idle', async (c) => {
    await scripts.idle();
    return c.json({ ok: true });
  });
  app.get('/workspace/triggers', (c) => c.json(scripts.triggers()));
  app.post('/workspace/triggers/run', async (c) =>
    c.json({ executions: await scripts.runTrigger(text(await readBody(c), 'function')) }),
  );
  app.get('/workspace/clock', (c) => c.json({ now: clock.iso() }));
  app.post('/workspace/clock', async (c) => {
    clock.set(requestedInstant(await readBody(c), clock.now()));
    const executions = await scripts.runDue();
    return c.json({ now: clock.iso(), executions });
  });
  app.get('/workspace/faults', (c) => c.json(faults.get()));
  app.post('/workspace/faults', async (c) => {
    faults.set(faultSettings(await readBody(c)));
    return c.json(faults.get());
  });
  app.delete('/workspace/faults', (c) => {
    faults.clear();
    return c.json(faults.get());
  });
}
