import '../configure-language';
import { render } from 'preact';
import { connectUsageHost } from './host';
import './usage.css';
import { UsagePage } from './usage-page';

const root = document.getElementById('root');
if (!root) {
  throw new Error('The page has no element with the id "root".');
}
const host = connectUsageHost();
host.onReport((report) => render(<UsagePage report={report} host={host} />, root));
host.post({ type: 'ready' });
