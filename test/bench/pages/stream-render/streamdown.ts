import { createElement } from 'react';
import { Streamdown } from 'streamdown';
import { runContender } from './contender';
import { reactContender } from './react-root';

runContender((root) => reactContender(root, (text) => createElement(Streamdown, { children: text })));
