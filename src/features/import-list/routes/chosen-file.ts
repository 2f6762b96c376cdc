/** The file of a form's `file` input; undefined when none was chosen, for which browsers send an empty one. */
export function chosenFile(form: FormData): File | undefined {
  const file = form.get('file');
  return file instanceof File && !(file.size === 0 && file.name === '') ? file : undefined;
}
