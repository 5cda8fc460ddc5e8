import './configure-language';
import { defineDiagrams } from './diagrams/define-diagrams';
import { connectHost } from './host';
import './main.css';
import { Panel } from './panel';

const root = document.getElementById('root');
if (!root) {
  throw new Error('The page has no element with the id "root".');
}
defineDiagrams();
new Panel(connectHost(), root).start();
