export { readIssue } from './folder.js'
