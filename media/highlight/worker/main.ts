import type { HighlightJob } from '../token-run';
import { highlight } from './highlight';

// The worker's script. It is given one job at a time and answers with its result.
addEventListener('message', ({ data }: MessageEvent<HighlightJob>) => postMessage(highlight(data)));
