/** The address a telephone number is dialled at. People write blanks and dashes in it; telephones do not dial them. */
export const telephoneAddress = (number: string): string => `tel:${number.replace(/[\s-]/g, '')}`;
