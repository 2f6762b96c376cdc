/** Files of the field `files`; browsers send an empty one where none was chosen. */
export function chosenFiles(form: FormData): File[] {
  return form.getAll('files').filter((one): one is File => one instanceof File && one.size > 0);
}
