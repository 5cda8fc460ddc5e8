import { CodeColors } from '../highlight/code-colors';
import { loadHighlighter } from '../highlight/load-highlighter';
import { Formulas } from '../math/formulas';
import { loadFormulas } from '../math/load-formulas';
import type { Enrichment } from './enrich';

/** Shared by all that the page shows: what one answer has made ready is there for the others. */
export const pageEnrichment: Enrichment = {
  colors: new CodeColors(loadHighlighter),
  formulas: new Formulas(loadFormulas),
};
