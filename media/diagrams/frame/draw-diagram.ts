import mermaid from 'mermaid';
import type { MermaidConfig } from 'mermaid';
import type { DiagramAnswer, DiagramRequest, DiagramTheme } from '../diagram-messages';
import { forgetStyles, serialize } from './tame-document';

/** Longest text of a diagram, in UTF-16 units, and most connections in one: what is larger takes seconds. */
const maxTextSize = 30_000;
const maxEdges = 400;

/** Settings that the text of a diagram may not change. */
const secure = [
  'secure',
  'securityLevel',
  'startOnLoad',
  'maxTextSize',
  'maxEdges',
  'suppressErrorRendering',
  'htmlLabels',
  'themeCSS',
  'fontFamily',
  'altFontFamily',
  'dompurifyConfig',
];

let count = 0;

/** Draws one diagram; the next one may be asked for when this one is done. */
export async function drawDiagram({ code, theme }: DiagramRequest): Promise<DiagramAnswer> {
  const container = document.createElement('div');
  document.body.append(container);
  // Mermaid gives text that is HTML and not always XML: what it drew is taken before that, when it puts it away.
  const putAway: MutationRecord[] = [];
  const drawn = new MutationObserver((records) => putAway.push(...records));
  drawn.observe(container, { childList: true });
  try {
    mermaid.initialize(settingsOf(theme));
    await mermaid.render(`diagram-${++count}`, code, container);
    const svg = [...putAway, ...drawn.takeRecords()]
      .flatMap(({ removedNodes }) => Array.from(removedNodes))
      .map((node) => (node instanceof Element ? node.querySelector('svg') : null))
      .find((found) => found !== null);
    return svg ? finished(svg) : { status: 'failed', reason: 'nothing was drawn' };
  } catch (error) {
    return { status: 'failed', reason: error instanceof Error ? error.message : String(error) };
  } finally {
    drawn.disconnect();
    container.remove();
    forgetStyles();
  }
}

/** A picture has the size that it is drawn in, and not that of what is around it. */
function finished(svg: SVGSVGElement): DiagramAnswer {
  const { width, height } = svg.viewBox.baseVal;
  if (!(width > 0 && height > 0)) {
    return { status: 'failed', reason: 'the diagram is empty' };
  }
  svg.setAttribute('width', String(Math.ceil(width)));
  svg.setAttribute('height', String(Math.ceil(height)));
  svg.style.removeProperty('max-width');
  return { status: 'drawn', svg: serialize(svg), width: Math.ceil(width), height: Math.ceil(height) };
}

function settingsOf({ isDark, background, foreground, fill, line, fontFamily }: DiagramTheme): MermaidConfig {
  return {
    startOnLoad: false,
    // What was drawn is shown as a picture, in which nothing runs and nothing loads: its markup needs no cleaning.
    securityLevel: 'loose',
    suppressErrorRendering: true,
    secure,
    maxTextSize,
    maxEdges,
    htmlLabels: false,
    flowchart: { htmlLabels: false },
    class: { htmlLabels: false },
    journey: { textPlacement: 'tspan' },
    fontFamily,
    theme: 'base',
    themeVariables: {
      darkMode: isDark,
      background,
      fontFamily,
      fontSize: '14px',
      primaryColor: fill,
      primaryTextColor: foreground,
      primaryBorderColor: line,
      lineColor: line,
      textColor: foreground,
      mainBkg: fill,
      nodeBorder: line,
      titleColor: foreground,
      edgeLabelBackground: background,
      noteBkgColor: fill,
      noteTextColor: foreground,
      noteBorderColor: line,
    },
  };
}
