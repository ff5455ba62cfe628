import { join } from 'node:path'

/** Where builds are kept in the person's cache folder. Named for their form, so that another version of the program keeps others. */
export const buildsFolder = (cacheFolder: string): string => join(cacheFolder, 'builds-v1')
