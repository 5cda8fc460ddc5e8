import './configure-language';
import { connectHost } from './host';
import './main.css';
import { Panel } from './panel';

const root = document.getElementById('root');
if (!root) {
  throw new Error('The page has no element with the id "root".');
}
new Panel(connectHost(), root).start();
