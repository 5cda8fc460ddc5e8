import type { DiagramTheme } from './diagram-messages';

/** The colours of the editor as they are now. */
export function diagramTheme(): DiagramTheme {
  const styles = getComputedStyle(document.documentElement);
  const value = (names: readonly string[], otherwise: string): string =>
    names.map((name) => styles.getPropertyValue(`--vscode-${name}`).trim()).find((found) => found !== '') ?? otherwise;
  const { classList } = document.body;
  const isDark =
    classList.contains('vscode-dark') ||
    (classList.contains('vscode-high-contrast') && !classList.contains('vscode-high-contrast-light'));
  return {
    isDark,
    background: value(['editor-background'], isDark ? '#1f1f1f' : '#ffffff'),
    foreground: value(['editor-foreground', 'foreground'], isDark ? '#cccccc' : '#3b3b3b'),
    fill: value(['editorWidget-background', 'input-background'], isDark ? '#252526' : '#f3f3f3'),
    line: value(['contrastBorder', 'descriptionForeground'], isDark ? '#9d9d9d' : '#616161'),
    fontFamily: value(['font-family'], 'sans-serif'),
  };
}
