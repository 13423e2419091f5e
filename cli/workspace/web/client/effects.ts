/** What a script asks a page to show, as the server sends it. Mirrors `UiEffect` of workspace.ts, which needs Node. */
export type UiEffect =
  | { kind: 'sidebar'; title: string; html: string; width?: number }
  | { kind: 'modal' | 'modeless'; title: string; html: string; width?: number; height?: number }
  | { kind: 'alert'; title: string; prompt: string }
  | { kind: 'toast'; title: string; message: string; seconds: number }
  | { kind: 'menu'; name: string; items: ({ caption: string; function: string } | 'separator')[] };
