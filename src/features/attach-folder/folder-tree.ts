/** A folder on any file system; paths are relative to it, with slashes, '' for itself. */
export interface FolderTree {
  list(folder: string): Promise<readonly TreeEntry[]>;
  /** Bytes. */
  size(file: string): Promise<number>;
  read(file: string): Promise<Uint8Array>;
}

export interface TreeEntry {
  readonly name: string;
  /** `other`: a pipe, a socket, a device. */
  readonly type: 'file' | 'folder' | 'link' | 'other';
}
