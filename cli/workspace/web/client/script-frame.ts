/** A script's HTML in a sandboxed frame, and its calls of server functions. */
import { make } from './dom.ts';

export interface ScriptHost {
  run(name: string, args: unknown[]): Promise<unknown>;
  close(): void;
  /** Escape was pressed in the frame, where the page around it cannot hear it. */
  escape?(): void;
  focusEditor(): void;
  problem(message: string): void;
}

/** What `frame.ts` sends; which fields count depends on the kind. */
interface FrameMessage {
  kind: string;
  id: number;
  function: string;
  args: unknown[];
  width?: number;
  height?: number;
  message: string;
}

/** The frame listens until it is removed from the page. */
export function scriptFrame(title: string, html: string, host: ScriptHost): HTMLIFrameElement {
  const frame = make('iframe', { src: '/workspace/frame', sandbox: 'allow-scripts allow-modals', title });
  const reply = (message: Record<string, unknown>) => frame.contentWindow?.postMessage(message, '*');

  const run = async ({ id, function: name, args }: FrameMessage) => {
    try {
      reply({ kind: 'reply', id, ok: true, result: await host.run(name, args) });
    } catch (error) {
      reply({ kind: 'reply', id, ok: false, error: error instanceof Error ? error.message : String(error) });
    }
  };
  const resize = ({ width, height }: FrameMessage) => {
    if (width) frame.style.width = `${width}px`;
    if (height) frame.style.height = `${height}px`;
  };
  const handlers: Record<string, (data: FrameMessage) => void> = {
    ready: () => reply({ kind: 'html', html }),
    run: (data) => void run(data),
    close: () => host.close(),
    escape: () => host.escape?.(),
    focus: () => host.focusEditor(),
    size: resize,
    uncaught: ({ message }) => host.problem(message),
  };
  const receive = ({ source, data }: MessageEvent<FrameMessage>) => {
    if (!frame.isConnected) removeEventListener('message', receive);
    else if (source === frame.contentWindow) handlers[data.kind]?.(data);
  };
  addEventListener('message', receive);
  return frame;
}
