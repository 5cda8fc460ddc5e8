/** Colours and letters of the editor, for a diagram. */
export interface DiagramTheme {
  readonly isDark: boolean;
  readonly background: string;
  readonly foreground: string;
  /** Of boxes. */
  readonly fill: string;
  /** Of lines and the edges of boxes. */
  readonly line: string;
  readonly fontFamily: string;
}

/** What the page asks of the frame in which diagrams are drawn. */
export interface DiagramRequest {
  /** Mermaid. */
  readonly code: string;
  readonly theme: DiagramTheme;
}

export type DiagramAnswer =
  /** SVG that is a document of its own; its size in pixels. */
  | { readonly status: 'drawn'; readonly svg: string; readonly width: number; readonly height: number }
  /** What is wrong with the code, as Mermaid says it. */
  | { readonly status: 'failed'; readonly reason: string };
