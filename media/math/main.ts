import 'katex/dist/katex.css';

// The script with KaTeX in it, which the panel loads when an answer holds a formula.
export { drawFormula } from './draw-formula';
