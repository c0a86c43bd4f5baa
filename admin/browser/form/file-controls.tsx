import type { Attachment, Picture } from '../../../src/model/fields.ts';
import { fileAddress, pictureTypes, addFiles } from '../editor/added-files.ts';
import type { ControlProps } from './control.tsx';

function ChooseFile({
  id,
  words,
  accept,
  onAdd,
}: {
  id: string;
  words: string;
  accept: readonly string[];
  onAdd: (name: string) => void;
}) {
  return (
    <label className="desk-button desk-choose">
      {words}
      <input
        id={id}
        type="file"
        accept={accept.map((extension) => `.${extension}`).join(',')}
        onChange={(event) => {
          const file = event.target.files?.[0];
          // So that the same file can be chosen again after it was removed.
          event.target.value = '';
          if (!file) return;
          void addFiles([file], accept).then(([name]) => {
            if (name !== undefined) onAdd(name);
          });
        }}
      />
    </label>
  );
}

export function PictureControl({
  id,
  label,
  className,
  value,
  onChange,
  onFocus,
  onBlur,
}: ControlProps<Picture>) {
  return (
    <div
      className={`${className} desk-file`}
      role="group"
      aria-label={label}
      onFocus={onFocus}
      onBlur={onBlur}
    >
      {value?.src ? <img src={fileAddress(value.src)} alt={value.alt} /> : null}
      <div className="desk-file__row">
        <ChooseFile
          id={id}
          words={value?.src ? '换一张图片' : '选择图片'}
          accept={pictureTypes}
          onAdd={(src) => {
            onChange({ src, alt: value?.alt ?? '' });
          }}
        />
        {value?.src ? (
          <button
            type="button"
            className="desk-button"
            onClick={() => {
              onChange(undefined);
            }}
          >
            不用图片
          </button>
        ) : null}
      </div>
      {value?.src ? (
        <label className="desk-file__words">
          替代文字（写明图上有什么，给看不见图的读者）
          <input
            type="text"
            value={value.alt}
            onChange={(event) => {
              onChange({ ...value, alt: event.target.value });
            }}
          />
        </label>
      ) : null}
    </div>
  );
}

interface FileOptions {
  extensions: string[];
  multiple?: true;
}

export function FileControl({
  id,
  label,
  className,
  value,
  options,
  onChange,
  onFocus,
  onBlur,
}: ControlProps<Attachment | Attachment[], FileOptions>) {
  const files = value === undefined ? [] : Array.isArray(value) ? value : [value];
  const change = (next: Attachment[]): void => {
    onChange(options.multiple ? next : next[0]);
  };
  return (
    <div
      className={`${className} desk-file`}
      role="group"
      aria-label={label}
      onFocus={onFocus}
      onBlur={onBlur}
    >
      {files.map((file, index) => (
        <div className="desk-file__item" key={file.src}>
          <span>{file.src}</span>
          <label className="desk-file__words">
            读者看到的名称
            <input
              type="text"
              value={file.title}
              onChange={(event) => {
                change(files.with(index, { ...file, title: event.target.value }));
              }}
            />
          </label>
          <button
            type="button"
            className="desk-button"
            aria-label={`移除 ${file.title || file.src}`}
            onClick={() => {
              change(files.toSpliced(index, 1));
            }}
          >
            移除
          </button>
        </div>
      ))}
      {options.multiple || files.length === 0 ? (
        <ChooseFile
          id={id}
          words={`选择文件（${options.extensions.join('、')}）`}
          accept={options.extensions}
          onAdd={(src) => {
            change([...files, { src, title: src.replace(/\.[^.]+$/, '') }]);
          }}
        />
      ) : null}
    </div>
  );
}
