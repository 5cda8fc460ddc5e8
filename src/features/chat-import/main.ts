/** Loaded when chats are imported. */
export { importChats } from './import-chats';
export { readChats } from './read-chats';
