// What each directory role is for, in the words of the directory.
import type { RoleName } from '../state/directory-roles.ts'

/** @see https://learn.microsoft.com/entra/identity/role-based-access-control/permissions-reference */
export const roleDescriptions: Readonly<Record<RoleName, string>> = {
  'Application Administrator':
    'Can create and manage all aspects of app registrations and enterprise apps.',
  'Authentication Administrator':
    'Can access to view, set and reset authentication method information for any non-admin user.',
  'Cloud Application Administrator':
    'Can create and manage all aspects of app registrations and enterprise apps except App Proxy.',
  'Conditional Access Administrator': 'Can manage Conditional Access capabilities.',
  'Directory Readers':
    'Can read basic directory information. Commonly used to grant directory read access to applications and guests.',
  'Directory Writers':
    'Can read and write basic directory information. For granting access to applications, not intended for users.',
  'Exchange Administrator': 'Can manage all aspects of the Exchange product.',
  'Global Administrator':
    'Can manage all aspects of Microsoft Entra ID and Microsoft services that use Microsoft Entra identities.',
  'Global Reader': 'Can read everything that a Global Administrator can, but not update anything.',
  'Groups Administrator':
    'Members of this role can create/manage groups, create/manage groups settings like naming and expiration policies, and view groups activity and audit reports.',
  'Guest Inviter': "Can invite guest users independent of the 'members can invite guests' setting.",
  'Helpdesk Administrator':
    'Can reset passwords for non-administrators and Helpdesk Administrators.',
  'Intune Administrator': 'Can manage all aspects of the Intune product.',
  'Message Center Reader':
    'Can read messages and updates for their organization in Office 365 Message Center only.',
  'Partner Tier1 Support': 'Do not use - not intended for general use.',
  'Partner Tier2 Support': 'Do not use - not intended for general use.',
  'Password Administrator':
    'Can reset passwords for non-administrators and Password Administrators.',
  'Privileged Authentication Administrator':
    'Can access to view, set and reset authentication method information for any user (admin or non-admin).',
  'Privileged Role Administrator':
    'Can manage role assignments in Microsoft Entra ID, and all aspects of Privileged Identity Management.',
  'Reports Reader': 'Can read sign-in and audit reports.',
  'Security Administrator':
    'Can read security information and reports, and manage configuration in Microsoft Entra ID and Office 365.',
  'Security Operator': 'Creates and manages security events.',
  'Security Reader':
    'Can read security information and reports in Microsoft Entra ID and Office 365.',
  'SharePoint Administrator': 'Can manage all aspects of the SharePoint service.',
  'Teams Administrator': 'Can manage the Microsoft Teams service.',
  'Usage Summary Reports Reader':
    "Read Usage reports and Adoption Score, but can't access user details.",
  'User Administrator':
    'Can manage all aspects of users and groups, including resetting passwords for limited admins.',
  'User Experience Success Manager':
    'View product feedback, survey results, and reports to find training and communication opportunities.',
}
