/** The refusals of the Drive API, in Google's words. */
import { GoogleError } from '../errors.ts';

export const fileNotFound = (fileId: string): GoogleError =>
  new GoogleError('NOT_FOUND', `File not found: ${fileId}.`, 'notFound');

export const permissionNotFound = (permissionId: string): GoogleError =>
  new GoogleError('NOT_FOUND', `Permission not found: ${permissionId}.`, 'notFound');

export const insufficientPermissions = (): GoogleError =>
  new GoogleError(
    'PERMISSION_DENIED',
    'The user does not have sufficient permissions for this file.',
    'insufficientFilePermissions',
  );

export const invalidValue = (message = 'Invalid Value'): GoogleError =>
  new GoogleError('INVALID_ARGUMENT', message, 'invalid');

export const fieldNotWritable = (): GoogleError =>
  new GoogleError(
    'PERMISSION_DENIED',
    'The resource body includes fields which are not directly writable.',
    'fieldNotWritable',
  );

export const forbidden = (message: string): GoogleError => new GoogleError('PERMISSION_DENIED', message, 'forbidden');

export const required = (message: string): GoogleError => new GoogleError('INVALID_ARGUMENT', message, 'required');

export const commentNotFound = (commentId: string): GoogleError =>
  new GoogleError('NOT_FOUND', `Comment not found: ${commentId}.`, 'notFound');
