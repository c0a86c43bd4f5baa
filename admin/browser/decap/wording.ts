import zhHans from 'decap-cms-locales/dist/esm/zh_Hans/index.js';

import { editorWording } from './wording-editor.ts';
import type { Wording } from './wording-editor.ts';

export type { Wording } from './wording-editor.ts';

/** Decap's Simplified Chinese locale with our additions and corrections. */
export const wording = (): Wording => merge(zhHans as Wording, corrections);

function merge(base: Wording, overrides: Wording): Wording {
  const merged = { ...base };
  for (const [key, value] of Object.entries(overrides)) {
    const below = merged[key];
    merged[key] = typeof value === 'object' ? merge(typeof below === 'object' ? below : {}, value) : value;
  }
  return merged;
}

const corrections: Wording = {
  auth: { loginWithForgejo: '使用 Forgejo 登录' },
  app: {
    header: { content: '全部内容', workflow: '待发布', media: '媒体', quickAdd: '写一篇' },
    app: {
      errorHeader: '编辑台没能打开',
      configErrors: '表单的设置有问题',
      checkConfigYml: '请把这段文字交给网站的维护人员。',
      waitingBackend: '正在连接服务器……',
    },
  },
  collection: {
    sidebar: {
      collections: '栏目',
      allCollections: '所有栏目',
      searchAll: '在所有栏目里查找',
      searchIn: '查找范围',
    },
    collectionTop: {
      viewAs: '显示方式',
      viewAsList: '按列表显示',
      viewAsGrid: '按卡片显示',
      newButton: '新建%{collectionLabel}',
      newButtonAriaLabel: '新建%{collectionLabel}',
      searchResults: '含“%{searchTerm}”的内容',
      searchResultsInCollection: '“%{collection}”里含“%{searchTerm}”的内容',
    },
    entries: {
      cachingEntries: '正在准备列表……',
      longerLoading: '内容较多，请稍等',
      noEntries: '这里还没有内容',
      unpublishedHeader: '还没有发布的',
    },
  },
  editor: editorWording,
  mediaLibrary: {
    mediaLibraryModal: { close: '关闭', deleting: '正在删除……', noAssetsFound: '没有找到文件' },
  },
  ui: {
    default: { goBackToSite: '返回网站' },
    errorBoundary: {
      title: '编辑台出了问题',
      details: '刚才的操作没有完成。写下的文字已留在这台电脑上，重新打开这一页可以找回。要让维护人员知道，请',
      reportIt: '把下面的内容交给他们。',
      privacyWarning: '',
      recoveredEntry: { heading: '刚才写的内容', warning: '离开这一页之前，请先把它复制到别处。' },
    },
    settingsDropdown: { logOut: '退出', account: '账号' },
    toast: {
      onFailToLoadEntries: '没能打开：%{details}',
      onFailToLoadDeployPreview: '没能打开预览：%{details}',
      onFailToPersist: '还没有保存：%{details}',
      onFailToDelete: '还没有删除：%{details}',
      onFailToUpdateStatus: '状态没有改：%{details}',
      missingRequiredField: '有几项还没有填好，请看标红的地方。',
      entrySaved: '已保存',
      entryPublished: '已发布，网站正在更新',
      entryUnpublished: '已从网站撤下，变回草稿',
      onFailToPublishEntry: '还没有发布：%{details}',
      onFailToUnpublishEntry: '还没有撤下：%{details}',
      entryUpdated: '状态已更新',
      onDeleteUnpublishedChanges: '没有发布的修改已丢掉，可以在“回收站”里找回',
      noteAdded: '批注已写入',
      onFailToAddNote: '批注没有写入：%{details}',
      noteUpdated: '批注已修改',
      onFailToUpdateNote: '批注没有修改：%{details}',
      noteDeleted: '批注已删除',
      onFailToDeleteNote: '批注没有删除：%{details}',
      noteResolved: '批注已处理',
      noteReopened: '批注已重新打开',
      onFailToToggleNote: '批注没有更新：%{details}',
      onLoggedOut: '登录已到期，请先留好写下的文字，再重新登录',
      onBackendDown: '暂时连不上服务器，写下的文字会留在这台电脑上',
    },
  },
  workflow: {
    workflow: {
      loading: '正在读取待发布的内容',
      workflowHeading: '待发布的内容',
      newPost: '写一篇',
      description:
        '%{smart_count} 篇等待审核，%{readyCount} 篇可以发布 |||| %{smart_count} 篇等待审核，%{readyCount} 篇可以发布',
      dateFormat: 'M 月 D 日',
    },
    workflowCard: {
      lastChange: '%{date}，%{author}修改',
      lastChangeNoAuthor: '%{date}修改',
      lastChangeNoDate: '%{author}修改',
      deleteChanges: '丢掉修改',
      deleteNewEntry: '删除草稿',
      publishChanges: '发布修改',
      publishNewEntry: '发布',
    },
    workflowList: {
      onDeleteEntry: '确定要删除吗？可以在“回收站”里找回。',
      onPublishingNotReadyEntry: '状态是“可以发布”的才能发布，请先把卡片拖到“可以发布”一列。',
      onPublishEntry: '现在发布吗？发布后读者就能看到。',
      inReviewHeader: '审核中',
      readyHeader: '可以发布',
      currentEntries: '%{smart_count} 篇 |||| %{smart_count} 篇',
    },
  },
};
