export * from '../json';
