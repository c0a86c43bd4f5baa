/** The `tel:` address of a number. People write spaces and dashes in numbers; telephones do not dial them. */
export const telephoneAddress = (number: string): string => `tel:${number.replace(/[\s-]/g, '')}`;
