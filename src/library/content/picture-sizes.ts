import type { ImageMetadata } from 'astro';

/**
 * Width, height and format of a picture, without touching the picture itself. Astro 7.3.5 publishes an original as
 * soon as any of its properties is read; a photograph as it left the camera is large and may tell where it was taken.
 */
export function measuresOf(src: ImageMetadata): Pick<ImageMetadata, 'width' | 'height' | 'format'> {
  return (src as ImageMetadata & { clone?: ImageMetadata }).clone ?? src;
}
