import '../configure-language';
import { connectRegionHost } from './host';
import './region.css';
import { RegionPage } from './region-page';

const root = document.getElementById('root');
if (!root) {
  throw new Error('The page has no element with the id "root".');
}
new RegionPage(connectRegionHost()).start(root);
