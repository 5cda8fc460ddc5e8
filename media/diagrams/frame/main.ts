import type { DiagramRequest } from '../diagram-messages';
import { drawDiagram } from './draw-diagram';
import { tameDocument } from './tame-document';

// The script of the frame in which diagrams are drawn. It runs in a document without an origin, network or storage, and
// hears and says nothing but through the one port that it is given.
tameDocument();
window.addEventListener(
  'message',
  ({ ports: [port] }) => {
    if (port) {
      port.onmessage = async ({ data }: MessageEvent<DiagramRequest>) => port.postMessage(await drawDiagram(data));
    }
  },
  { once: true },
);
