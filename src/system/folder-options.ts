/** Options that name a folder. */
const folderOptions: readonly (string | undefined)[] = ['--out-dir', '--site', '--notice']

/** Whether an option that says where files go names their folder, not a file. */
export const namesFolder = (option: string | undefined): boolean => folderOptions.includes(option)
