// A script of its own, as it is large: the panel loads it when an answer holds a diagram. It is the text of the script
// that runs in the frame, which can load nothing itself.
export { default as frameScript } from './frame/main?text';
